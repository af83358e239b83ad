print("zhibu")
